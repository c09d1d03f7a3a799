"""How do the weights reach the package? As an ONNX graph of 8-bit integers with tokenizer, labels, checksum and card; nothing pickled."""

from __future__ import annotations

import hashlib
import json
import logging
import tempfile
from pathlib import Path

import torch
from encoder import PRETRAINED, Encoder
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

OPSET = 17


def export(model: Encoder, labels: dict[str, list[str]], card: str, folder: Path) -> None:
    """Writes relation.onnx, tokenizer.json, labels.json, SHA256 and CARD.md. The model's temperature must already be in its weights."""
    folder.mkdir(parents=True, exist_ok=True)
    model.eval()
    example = (torch.ones(2, 16, dtype=torch.long), torch.ones(2, 16, dtype=torch.long), torch.tensor([[1, 4, 0], [2, 6, 9]]))
    rows = {0: "pair", 1: "token"}
    logging.getLogger("root").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            model, example, str(whole), input_names=["ids", "mask", "marks"], output_names=["types", "modes", "realities"], opset_version=OPSET,
            dynamic_axes={"ids": rows, "mask": rows, "marks": {0: "pair"}, "types": {0: "pair"}, "modes": {0: "pair"}, "realities": {0: "pair"}},
            dynamo=False,
        )  # fmt: skip
        quantize_dynamic(str(whole), str(folder / "relation.onnx"), weight_type=QuantType.QInt8, per_channel=True)
    tokenizer = Tokenizer.from_file(str(PRETRAINED / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    (folder / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
    (folder / "SHA256").write_text(hashlib.sha256((folder / "relation.onnx").read_bytes()).hexdigest() + "\n", encoding="utf-8")
    (folder / "CARD.md").write_text(card, encoding="utf-8")

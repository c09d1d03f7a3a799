"""How is a file of the knowledge read? YAML with the line of every entry, and "yes", "no" and "on" as the words that they are here.

YAML is slow to read, so what the package's own files hold is written down as JSON when it is built, under the checksum of the text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from whowhom.errors import CodebookError

LINE = "__line__"
ALREADY_READ = Path(__file__).parent / "knowledge" / "read"  # made by `hatch_build.py`; absent where nothing was built
FORM = "lines of entries alone"  # what is written down beside the words: a new form has a new name, so that what an older version kept is not taken
PLAIN = frozenset("abcdeghijklmpqrsuvwxzABCDEGHIJKLMPQRSUVWXZ$")  # letters with which no number, truth value or nothing begins in YAML
WORD = "tag:yaml.org,2002:str"


class KnowledgeLoader(yaml.CSafeLoader):
    """Adds to every mapping the line where it starts. Words, lists and mappings are all but everything here and made without detours."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        if kind is yaml.ScalarNode and implicit[0] and value[:1] in PLAIN:
            return WORD  # nothing but a word begins so
        tag: str = super().resolve(kind, value, implicit)  # type: ignore[no-untyped-call]
        return tag

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.tag == WORD else super().construct_object(node, deep)
        if node in self.constructed_objects:
            return self.constructed_objects[node]
        if node in self.recursive_objects:
            raise yaml.constructor.ConstructorError(None, None, "it holds itself", node.start_mark)
        self.recursive_objects[node] = None
        found = self._mapping(node) if isinstance(node, yaml.MappingNode) else self._list(node)
        del self.recursive_objects[node]
        self.constructed_objects[node] = found
        return found

    def _list(self, node: yaml.Node) -> list[Any]:
        return [each.value if each.tag == WORD and isinstance(each, yaml.ScalarNode) else self.construct_object(each) for each in node.value]

    def _mapping(self, node: yaml.MappingNode) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        for key, value in node.value:
            name = self.construct_object(key)
            if isinstance(key, yaml.CollectionNode):
                raise yaml.constructor.ConstructorError(None, None, "a word is wanted before the colon", key.start_mark)
            if name in found:
                raise yaml.constructor.ConstructorError(None, None, f"{key.value} is given twice", node.start_mark)
            found[name] = self.construct_object(value)
        found[LINE] = node.start_mark.line + 1
        return found


KnowledgeLoader.yaml_implicit_resolvers = {  # "yes", "no" and "on" are words here, not truth values as in YAML 1.1
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or letter in "tTfF"]
    for letter, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def read_yaml(path: Path) -> Any:
    """The content of a YAML file; where it is a list of entries, each has its line under `__line__`. Raises CodebookError."""
    try:
        text = path.read_text(encoding="utf-8")
        kept = _kept(text, ALREADY_READ)
        return json.loads(kept.read_bytes()) if kept.exists() else _lines_of_entries(yaml.load(text, Loader=KnowledgeLoader))  # noqa: S506  (a safe loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise CodebookError(path.name, mark.line + 1 if mark else 1, str(error.problem)) from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise CodebookError(path.name, line, "not UTF-8. Save the file in that encoding") from None
    except (OSError, yaml.YAMLError) as error:
        raise CodebookError(path.name, 1, f"cannot be read ({getattr(error, 'strerror', None) or error})") from None


def keep_read(paths: Iterable[Path], folder: Path = ALREADY_READ) -> None:
    """Writes down as JSON what files hold; `read_yaml` takes it while their text stays as it is. What was kept before goes. Raises CodebookError."""
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.json"):
        old.unlink()
    for path in paths:
        content = read_yaml(path)
        kept = json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=str)
        if json.loads(kept) == content:  # JSON has no dates, nor numbers as keys
            _kept(path.read_text(encoding="utf-8"), folder).write_text(kept, encoding="utf-8")


def _kept(text: str, folder: Path) -> Path:
    return folder / f"{hashlib.sha256((FORM + text).encode()).hexdigest()}.json"


def _lines_of_entries(content: Any) -> Any:
    """The content without the lines of the mappings that are no entries of the list that it is."""
    if not isinstance(content, list):
        return _without_lines(content)
    return [{**_without_lines(each), LINE: each[LINE]} if isinstance(each, dict) else _without_lines(each) for each in content]


def _without_lines(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_lines(each) for key, each in value.items() if key != LINE}
    return [_without_lines(each) for each in value] if isinstance(value, list) else value

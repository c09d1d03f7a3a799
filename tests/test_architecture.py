"""The architecture holds: imports point one way, modules stay small, the road imports lightly."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "whowhom"
LEVELS = (
    {"errors", "limits", "text", "folding", "opening", "model", "yamlfile"},
    {"entries"},
    {"codebook"},
    {"roster", "geonames"},
    {"gazetteer"},
    {"read", "parse"},
    {"coding"},
    {"pipeline"},
    {"coder"},
    {"merge"},
    {"store", "explain", "prove"},
    {"listing", "incident_view"},
    {"handbook", "faults"},
    {"run"},
    {"cli"},
    {"__main__"},
)
LEVEL = {name: at for at, names in enumerate(LEVELS) for name in names}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py" and path.parent.name != "versions")  # migrations are history
LONGEST_MODULE, LONGEST_FUNCTION = 400, 60


def part_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def imports_of(path: Path) -> set[str]:
    """The parts of the package that a module imports at run time (not under TYPE_CHECKING)."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(node) for block in ast.walk(tree) if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.dump(block.test) for node in ast.walk(block)
    }
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and id(node) not in typing_only and node.module and node.module.startswith("whowhom."):
            found.add(part_of(node.module))
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    allowed = {name for name, level in LEVEL.items() if level <= LEVEL[own]}
    assert imports_of(path) <= allowed, f"{own} may not import {imports_of(path) - allowed}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) < LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_says_what_question_it_answers(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("folder", ["parse", "coding", "merge"])
def test_the_road_does_no_input_output_and_reads_no_clock(folder: str) -> None:
    forbidden = {"os", "io", "time", "random", "socket", "urllib", "requests", "subprocess", "pickle"}
    for path in (PACKAGE / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            assert not forbidden & {name.split(".")[0] for name in names}, path.name


def test_import_loads_nothing_heavy() -> None:
    heavy = {"spacy", "pydantic", "trafilatura", "typer", "numpy", "sqlalchemy", "alembic", "pyarrow"}
    program = f"import sys, whowhom; print(sorted({{name.split('.')[0] for name in sys.modules}} & {heavy}))"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_the_command_line_loads_a_database_only_for_verbs_that_need_it() -> None:
    heavy = {"spacy", "trafilatura", "sqlalchemy", "alembic", "pyarrow"}
    program = f"import sys, whowhom.cli; print(sorted({{name.split('.')[0] for name in sys.modules}} & {heavy}))"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip() == "[]"

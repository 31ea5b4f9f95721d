from tests.ui.dialogs.conftest import show

__all__ = ["show"]

"""What can be done with rows: by their menu, and on a phone by a finger that is held."""

from typing import Any

from playwright.async_api import Locator, expect

from tests.e2e.window import PageOf, Window, Windows

TITLES = ("Tea", "Milk", "Bread")


async def test_the_menu_of_a_row_says_what_can_be_done_with_it_and_by_which_key(page_of: PageOf) -> None:
    desk = await _with_tasks(await page_of("Ada"))

    menu = await _menu_of(desk, "Milk")

    await expect(menu).to_have_accessible_name("For “Milk”")
    for words in ("Done E", "Open Enter", "Due on … D", "Move to … V", "Tags … L", "Move up Alt ↑", "Delete ⌫"):
        await expect(menu.get_by_role("menuitem", name=words)).to_be_visible()
    await menu.get_by_role("menuitem", name="Done").click()
    await expect(desk.rows).to_have_text(["Tea", "Bread"])
    await expect(desk.page).to_have_url(desk.origin + "/inbox")


async def test_the_menu_of_a_row_leads_to_its_pickers_and_its_priorities(page_of: PageOf) -> None:
    desk = await _with_tasks(await page_of("Ada"))

    await (await _menu_of(desk, "Milk")).get_by_role("menuitem", name="Due on").click()
    await expect(desk.page.get_by_role("dialog", name="Due date")).to_contain_text("Milk")
    await desk.page.keyboard.press("Escape")
    await (await _menu_of(desk, "Milk")).get_by_role("menuitem", name="Priority").click()
    await desk.page.get_by_role("menuitemradio", name="Priority 2").click()

    await expect(desk.page.get_by_role("checkbox", name="Milk, priority 2")).to_be_visible()
    await expect(desk.page.get_by_role("menu")).to_have_count(0)


async def test_a_finger_held_on_a_row_selects_it_and_then_each_tap_selects(windows: Windows) -> None:
    phone = await _with_tasks(await windows.phone_of("Ada"))
    bar = phone.page.get_by_role("toolbar", name="For all that are selected")

    await _hold(phone, phone.rows.first)
    await expect(bar).to_contain_text("1 selected")
    await phone.rows.nth(2).tap()
    await expect(bar).to_contain_text("2 selected")
    await expect(phone.page).to_have_url(phone.origin + "/inbox")
    await bar.get_by_role("button", name="Done").tap()

    await expect(phone.rows).to_have_text(["Milk"])
    await expect(bar).to_have_count(0)


async def test_back_lets_go_of_what_is_selected_on_a_phone(windows: Windows) -> None:
    phone = await _with_tasks(await windows.phone_of("Ada"))

    await _hold(phone, phone.rows.first)
    await phone.page.go_back()

    await expect(phone.page.get_by_role("toolbar", name="For all that are selected")).to_have_count(0)
    await expect(phone.page).to_have_url(phone.origin + "/inbox")
    await phone.rows.first.tap()
    await expect(phone.page.get_by_label("Title")).to_have_value("Tea")


async def test_rows_are_put_elsewhere_on_a_phone_one_or_several_together(windows: Windows) -> None:
    phone = await _with_tasks(await windows.phone_of("Ada"))
    bar = phone.page.get_by_role("toolbar", name="For all that are selected")
    plain = phone.page.get_by_role("link", name="Bread", exact=True)

    await _hold(phone, phone.rows.first)
    await expect(bar.get_by_role("button", name="Move up")).to_be_disabled()
    await bar.get_by_role("button", name="Move down").tap()
    await expect(phone.rows).to_have_text(["Milk", "Tea, selected", "Bread"])
    await plain.tap()
    await bar.get_by_role("button", name="Move up").tap()

    await expect(phone.rows).to_have_text(["Tea, selected", "Bread, selected", "Milk"])


async def test_the_menu_of_what_is_selected_is_a_sheet_on_a_phone(windows: Windows) -> None:
    phone = await _with_tasks(await windows.phone_of("Ada"))

    await _hold(phone, phone.rows.first)
    bar = phone.page.get_by_role("toolbar", name="For all that are selected")
    await bar.get_by_role("button", name="More").tap()
    menu = phone.page.get_by_role("menu", name="For “Tea”")
    await expect(menu).to_be_visible()
    box = await menu.bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, 390)
    await menu.get_by_role("menuitem", name="Delete").tap()

    await expect(phone.rows).to_have_text(["Milk", "Bread"])


async def test_a_click_with_ctrl_or_shift_selects_instead_of_opening(page_of: PageOf) -> None:
    desk = await _with_tasks(await page_of("Ada"))
    bar = desk.page.get_by_role("toolbar", name="For all that are selected")

    await desk.rows.first.click(modifiers=["Control"])
    await expect(bar).to_contain_text("1 selected")
    await desk.rows.last.click(modifiers=["Shift"])

    await expect(bar).to_contain_text("3 selected")
    assert len(desk.context.pages) == 1


async def _with_tasks(window: Window) -> Window:
    for title in TITLES:
        await window.post("/api/tasks", {"title": title})
    await expect(window.rows).to_have_text(list(TITLES))
    return window


async def _menu_of(desk: Window, title: str) -> Locator:
    row = desk.page.get_by_role("listitem").filter(has_text=title)
    await row.hover()
    await row.get_by_role("button", name="More").click()
    menu = desk.page.get_by_role("menu")
    await expect(menu).to_be_visible()
    return menu


async def _hold(phone: Window, row: Locator) -> None:
    """Hold a finger on the row until it is selected."""
    box = await row.bounding_box()
    assert box is not None
    finger: Any = await phone.context.new_cdp_session(phone.page)
    point = {"x": box["x"] + 20, "y": box["y"] + 10}
    await finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    await expect(phone.page.get_by_role("toolbar", name="For all that are selected")).to_be_visible()
    await finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

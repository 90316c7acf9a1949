import "@web/core/debug/debug_menu_items";
import { registry } from "@web/core/registry";

// The server refuses it: the superuser could open every case.
registry.category("debug").category("default").remove("becomeSuperuser");

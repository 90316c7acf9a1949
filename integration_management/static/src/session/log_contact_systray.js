import { Component, onWillStart } from "@odoo/owl";
import { useCommand } from "@web/core/commands/command_hook";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { user } from "@web/core/user";
import { useService } from "@web/core/utils/hooks";

export const MANAGER_GROUP = "integration_management.group_integration_manager";
const QUICK_ENTRY = "integration_management.integration_session_action_quick";

/** Opens the quick entry from anywhere: by button, hotkey or command palette. */
export class LogContactSystray extends Component {
    static template = "integration_management.LogContactSystray";
    static props = {};

    setup() {
        this.action = useService("action");
        onWillStart(async () => {
            this.isManager = await user.hasGroup(MANAGER_GROUP);
        });
        useCommand(_t("Log contact"), () => this.open(), {
            category: "app",
            hotkey: "alt+shift+l",
            global: true,
            isAvailable: () => this.isManager,
        });
    }

    get title() {
        return _t("Log contact (Alt+Shift+L)");
    }

    open() {
        return this.action.doAction(QUICK_ENTRY, {
            onClose: () => {
                // Show what was logged, unless somebody is typing below.
                if (!document.querySelector(".o_form_status_indicator_buttons:not(.invisible)")) {
                    this.action.doAction("soft_reload");
                }
            },
        });
    }
}

registry
    .category("systray")
    .add("integration_management.log_contact", { Component: LogContactSystray }, { sequence: 30 });

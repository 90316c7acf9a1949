import { Component, onWillStart, useState } from "@odoo/owl";
import { deserializeDate, deserializeDateTime, formatDate } from "@web/core/l10n/dates";
import { registry } from "@web/core/registry";
import { user } from "@web/core/user";
import { useService } from "@web/core/utils/hooks";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { deadlineLabel, lightLabel } from "../deadlines/deadlines";

const { DateTime } = luxon;

const MANAGER = "integration_management.group_integration_manager";

/** The start page: what is on today, and what is due; coordinators have no cases. */
export class MyDay extends Component {
    static template = "integration_management.MyDay";
    static props = { ...standardActionServiceProps };

    setup() {
        this.action = useService("action");
        this.orm = useService("orm");
        this.state = useState({
            today: [],
            to_document: [],
            deadlines: [],
            goals: [],
            deputyships: [],
            referrals: [],
            network: [],
            enquiries: [],
            gaps: [],
            unchecked: [],
            answers: [],
            said_done: [],
            requests: [],
            reminders: [],
        });
        onWillStart(async () => {
            [this.isManager] = await Promise.all([user.hasGroup(MANAGER), this.load()]);
        });
    }

    async load() {
        Object.assign(this.state, await this.orm.call("integration.my.day", "get_my_day", []));
    }

    get title() {
        return DateTime.now().toLocaleString({
            weekday: "long",
            day: "numeric",
            month: "long",
        });
    }

    get isEmpty() {
        return !Object.values(this.state).some((entries) => entries.length);
    }

    /** The deadline that brought a case here: the first one not in time. */
    due(case_) {
        const item = case_.deadlines.find((each) => each.light !== "green");
        return { ...item, label: deadlineLabel(item.kind), state: lightLabel(item.light) };
    }

    time(value) {
        return deserializeDateTime(value).toLocaleString(DateTime.TIME_SIMPLE);
    }

    date(value) {
        return formatDate(deserializeDate(value));
    }

    dateOf(value) {
        return formatDate(deserializeDateTime(value));
    }

    isOverdue(value) {
        return deserializeDate(value) < DateTime.now().startOf("day");
    }

    open(model, id) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: model,
            res_id: id,
            views: [[false, "form"]],
        });
    }

    async confirmStep(step, method) {
        await this.orm.call("integration.measure", method, [[step.id]]);
        await this.load();
    }

    newCase() {
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "integration.case",
            views: [[false, "form"]],
        });
    }

    openAction(name) {
        return this.action.doAction(`integration_management.${name}`, {
            onClose: () => this.load(),
        });
    }
}

registry.category("actions").add("integration_my_day", MyDay);

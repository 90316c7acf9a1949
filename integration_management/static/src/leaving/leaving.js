import { Component, onMounted, onWillUnmount, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

/**
 * Offers and locks the cases of a leaving manager, one request for each case: what is
 * done stays done, what fails is listed, and nothing runs into a time limit.
 */
export class Leaving extends Component {
    static template = "integration_management.Leaving";
    static props = { ...standardActionServiceProps };

    setup() {
        this.action = useService("action");
        this.orm = useService("orm");
        const { offer = [], lock = [] } = this.props.action.params || {};
        this.steps = [
            ...offer.map((id) => ["integration.handover", "action_offer", id]),
            ...lock.map((id) => ["integration.case", "action_close_and_lock", id]),
        ];
        this.state = useState({ done: 0, failed: [], result: null });
        onMounted(() => this.run());
        onWillUnmount(() => {
            this.stopped = true;
        });
    }

    get total() {
        return this.steps.length;
    }

    get percent() {
        return this.total ? Math.round((100 * this.state.done) / this.total) : 100;
    }

    get progress() {
        return _t("%(done)s of %(total)s", { done: this.state.done, total: this.total });
    }

    /** The counts of the result page, in the order of reading. */
    get counts() {
        const result = this.state.result;
        return [
            { name: "handed_over", label: _t("Handed over"), count: result.handed_over },
            { name: "offered", label: _t("Waiting for the successor"), count: result.offered },
            { name: "waiting", label: _t("Waiting for consent"), count: result.waiting },
            { name: "locked", label: _t("Closed and locked"), count: result.locked },
        ];
    }

    async run() {
        for (const step of this.steps) {
            if (this.stopped) {
                return;
            }
            await this.carryOut(step);
            this.state.done++;
        }
        this.state.result = await this.orm.call("integration.leaving", "get_result", []);
    }

    async carryOut([model, method, id]) {
        const { last_day, closing_reason_id } = this.props.action.params;
        const args = model === "integration.case" ? [last_day, closing_reason_id] : [];
        try {
            await this.orm.silent.call(model, method, [[id], ...args]);
        } catch (error) {
            if (!error.data) {
                throw error; // no answer: the connection is gone
            }
            this.state.failed.push({ model, id, message: error.data.message });
        }
    }

    open({ model, id }) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: model,
            res_id: id,
            views: [[false, "form"]],
        });
    }

    showList() {
        return this.action.doAction("integration_management.integration_handover_action");
    }
}

registry.category("actions").add("integration_leaving", Leaving);

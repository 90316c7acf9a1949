import { Component, onWillStart, useState, markup } from "@odoo/owl";
import { loadJS } from "@web/core/assets";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { Drawing } from "./drawing";

const MODEL = "integration.sign.sheet";
const SIZES = [100, 125, 150, 200];

/**
 * The sheet that client and manager sign on a screen: full screen, in the client's
 * language with German beside. What is shown comes from the server, which checks at the
 * signing that it is still the same.
 */
export class SignSheet extends Component {
    static template = "integration_management.SignSheet";
    static components = { Drawing };
    static props = { ...standardActionServiceProps };

    setup() {
        this.action = useService("action");
        this.notification = useService("notification");
        this.orm = useService("orm");
        this.state = useState({ sheet: null, size: 0, decision: "", client: "", manager: "" });
        onWillStart(async () => {
            await Promise.all([
                loadJS("/web/static/lib/signature_pad/signature_pad.umd.js"),
                this.load(),
            ]);
        });
    }

    get params() {
        return this.props.action.params;
    }

    get html() {
        return markup(this.state.sheet.html);
    }

    get labels() {
        return this.state.sheet.labels;
    }

    label(name) {
        return markup(this.labels[name]);
    }

    async load(language) {
        const { model, id } = this.params;
        const args = [model, id, language || false];
        this.state.sheet = await this.orm.call(MODEL, "get_sheet", args);
        Object.assign(this.state, { decision: "", client: "", manager: "" });
    }

    /** A yes is signed by both; nobody has to sign a no. */
    get needsDrawings() {
        return this.state.decision && this.state.decision !== "no";
    }

    get isComplete() {
        const { decision, client, manager } = this.state;
        return decision && (!this.needsDrawings || (client && manager));
    }

    get zoom() {
        return SIZES[this.state.size];
    }

    resize(step) {
        const size = this.state.size + step;
        this.state.size = Math.min(Math.max(size, 0), SIZES.length - 1);
    }

    decide(decision) {
        this.state.decision = decision;
    }

    async sign() {
        const { sheet, decision, client, manager } = this.state;
        await this.orm.call(MODEL, "sign", [sheet.ticket, decision, client, manager]);
        this.notification.add(_t("Recorded and sealed."), { type: "success" });
        await this.leave();
    }

    leave() {
        return this.action.restore();
    }
}

registry.category("actions").add("integration_sign", SignSheet);

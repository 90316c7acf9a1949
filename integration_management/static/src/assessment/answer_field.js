import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/**
 * An answer about a life area: one click or one key, whatever the answer is.
 *
 * The buttons are there without entering the row first; the number of the assessment
 * before is marked by a dashed frame.
 */
export class AnswerField extends Component {
    static template = "integration_management.AnswerField";
    static props = { ...standardFieldProps };

    get options() {
        return this.props.record.fields[this.props.name].selection.map(([value, label]) => {
            const [number, words] = label.split(" · ");
            return {
                value,
                label,
                words: words || label,
                text: number,
                isNumber: Boolean(words),
                isChosen: value === this.value,
                isBefore: value === this.props.record.data.previous_answer,
            };
        });
    }

    get value() {
        return this.props.record.data[this.props.name] || "not_discussed";
    }

    get chosen() {
        return this.options.find((option) => option.isChosen);
    }

    get area() {
        return this.props.record.data.area_id?.display_name || "";
    }

    get before() {
        return _t("Last time");
    }

    get groupName() {
        return `${this.props.name}_${this.props.record.id}`;
    }

    choose(value) {
        return this.props.record.update({ [this.props.name]: value });
    }

    /** Numbers answer at once; up and down lead to the areas before and after. */
    onKeydown(ev) {
        if (ev.altKey || ev.ctrlKey || ev.metaKey) {
            return;
        }
        if (ev.key === "ArrowDown" || ev.key === "ArrowUp") {
            ev.stopPropagation();
            ev.preventDefault();
            this.focusNeighbour(ev.currentTarget, ev.key === "ArrowDown" ? 1 : -1);
        } else if (ev.key.startsWith("Arrow") || ev.key === " ") {
            ev.stopPropagation();
        } else if (this.options.some((option) => option.value === ev.key)) {
            ev.stopPropagation();
            ev.preventDefault();
            this.choose(ev.key);
        }
    }

    focusNeighbour(el, step) {
        const groups = [...el.closest("table").querySelectorAll(".o_integration_answer")];
        groups[groups.indexOf(el) + step]?.querySelector("input:checked")?.focus();
    }
}

export const answerField = {
    component: AnswerField,
    displayName: _t("Answer about a life area"),
    supportedTypes: ["selection"],
    fieldDependencies: [
        { name: "area_id", type: "many2one", relation: "integration.area" },
        { name: "previous_answer", type: "selection" },
    ],
    extractProps: (_fieldInfo, dynamicInfo) => ({ readonly: dynamicInfo.readonly }),
};

registry.category("fields").add("integration_answer", answerField);

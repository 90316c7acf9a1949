import { registry } from "@web/core/registry";
import { stepUtils } from "@web_tour/tour_utils";

const NEXT_YEAR = new Date().getFullYear() + 1;

registry.category("web_tour.tours").add("integration_position", {
    steps: () => [
        {
            content: "An officer opens a position",
            trigger: ".o_list_view .o_data_row td:contains('IM-77')",
            run: "click",
        },
        {
            content: "Its time is drawn",
            trigger: ".o_form_view .o_integration_timeline_bar.funded",
        },
        {
            content: "The person leaves",
            trigger: ".o_form_view [name=date_to] :is(input, button)",
            run: "click",
        },
        {
            trigger: ".o_form_view [name=date_to] input",
            run: `edit 03/31/${NEXT_YEAR} && press Tab`,
        },
        ...stepUtils.saveForm(),
        {
            content: "Refill the position",
            trigger: ".o_form_view button[name=action_refill]:not(.d-none)",
            run: "click",
        },
        {
            content: "It stands vacant from the day after",
            trigger: ".o_form_view .o_integration_timeline_bar.vacant",
        },
        {
            content: "A successor is found",
            trigger: ".o_form_view [name=user_id] input",
            run: "edit manager_b",
        },
        {
            trigger: ".o-autocomplete--dropdown-item a:contains('manager_b')",
            run: "click",
        },
        {
            trigger: ".o_form_view [name=qualification_class_id] input",
            run: "edit social",
        },
        {
            trigger: ".o-autocomplete--dropdown-item a:contains('Degree in a social')",
            run: "click",
        },
        ...stepUtils.saveForm(),
        {
            trigger: ".o_form_view .o_integration_timeline_bar.funded",
        },
    ],
});

import { registry } from "@web/core/registry";
import { stepUtils } from "@web_tour/tour_utils";

const tours = registry.category("web_tour.tours");

tours.add("integration_network_activity", {
    steps: () => [
        {
            content: "From the first page",
            trigger: ".o_integration_my_day button:contains('Network activity')",
            run: "click",
        },
        {
            content: "A title is all it needs",
            trigger: ".modal .o_field_widget[name=name] :is(input, textarea)",
            run: "edit Round table on schools",
        },
        {
            content: "A client's name slips in",
            trigger: ".modal .o_field_widget[name=note] textarea",
            run: "edit Talked about Amina && press Tab",
        },
        {
            content: "Its writer is warned, and may go on",
            trigger: ".modal .alert-warning:contains('Amina')",
        },
        {
            trigger: ".modal .o_field_widget[name=note] textarea",
            run: "edit Two schools want a contact person && press Tab",
        },
        {
            trigger: ".modal .o_form_view:not(:has(.alert-warning))",
        },
        {
            trigger: ".modal .o_form_button_save",
            run: "click",
        },
        {
            content: "It stands on the first page; open it and note that it took place",
            trigger: ".o_integration_my_day .list-group-item:contains('Round table on schools')",
            run: "click",
        },
        {
            trigger: ".o_form_view button[name=action_hold]",
            run: "click",
        },
        {
            trigger: ".o_form_view .o_arrow_button_current:contains('Held')",
        },
    ],
});

const TOPICS = ".o_field_widget[name=topic_line_ids]";

tours.add("integration_site_topics", {
    steps: () => [
        {
            content: "A coordinator opens a site",
            trigger: ".o_kanban_view .o_kanban_record:contains('Tour site')",
            run: "click",
        },
        {
            content: "All topics in one click",
            trigger: "button[name=action_add_topics]",
            run: "click",
        },
        {
            content: "The managers counsel on the first one",
            trigger: `${TOPICS} .o_data_row.text-danger:eq(9)`,
        },
        {
            trigger: `${TOPICS} .o_data_row:eq(0) td[name=note]`,
            run: "click",
        },
        {
            trigger: `${TOPICS} .o_selected_row [name=is_counselled_here] input`,
            run: "click",
        },
        ...stepUtils.saveForm(),
        {
            content: "It is no gap any more",
            trigger: `${TOPICS} .o_data_row:eq(0):not(.text-danger)`,
        },
    ],
});

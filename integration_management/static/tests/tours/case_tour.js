import { registry } from "@web/core/registry";
import { stepUtils } from "@web_tour/tour_utils";

const tours = registry.category("web_tour.tours");

tours.add("integration_case_open", {
    steps: () => [
        {
            content: "The board is there: before, New would open the form",
            trigger: ".o_kanban_group .o_kanban_record:not(.o_kanban_ghost)",
        },
        {
            content: "Start a case from the board",
            trigger: ".o-kanban-button-new",
            run: "click",
        },
        {
            content: "A first name is enough",
            trigger: ".o_kanban_quick_create .o_field_widget[name=first_name] input",
            run: "edit Yusuf",
        },
        {
            trigger: ".o_kanban_quick_create .o_kanban_edit",
            run: "click",
        },
        {
            content: "Fill in more when it is told",
            trigger: ".o_form_sheet .o_field_widget[name=last_name] input",
            run: "edit Demo",
        },
        {
            trigger: ".o_field_widget[name=interpreter_need] input, .o_field_widget[name=interpreter_need] select",
            run: "click",
        },
        {
            trigger: ".o_select_menu_item:eq(2)",
            run: "click",
        },
        ...stepUtils.saveForm(),
        {
            content: "Another person gives no name at all",
            trigger: ".o_form_button_create",
            run: "click",
        },
        {
            trigger: ".o_form_sheet:not(:has(.o_field_widget[name=number]))",
        },
        {
            trigger: ".o_field_widget[name=phone] input",
            run: "edit 0711 123",
        },
        ...stepUtils.saveForm(),
        {
            content: "The number stands for the person",
            trigger: ".o_field_widget[name=number]:contains('F-')",
        },
    ],
});

const view = (type, selector) => [
    { trigger: `.o_switch_view.o_${type}`, run: "click" },
    { content: `The ${type} view shows something`, trigger: selector },
];

tours.add("integration_case_overview", {
    steps: () => [
        {
            content: "The board has a column for each stage, and own cases only",
            trigger: ".o_kanban_group:nth-child(7)",
        },
        {
            trigger: ".o_kanban_view:not(:contains('Foreign'))",
        },
        {
            content: "Move a case on",
            trigger: ".o_kanban_group:nth-child(1) .o_kanban_record:contains('Overdue')",
            run: "drag_and_drop .o_kanban_group:nth-child(2)",
        },
        {
            trigger: ".o_kanban_group:nth-child(2) .o_kanban_record:contains('Overdue')",
        },
        ...view("list", ".o_data_row:contains('Amina Canary')"),
        {
            content: "Filter what is overdue",
            trigger: ".o_searchview_dropdown_toggler",
            run: "click",
        },
        {
            trigger: ".o_filter_menu .o_menu_item:contains('Overdue')",
            run: "click",
        },
        {
            trigger: ".o_list_view:not(:contains('Amina')) .o_data_row:contains('Overdue')",
        },
        {
            trigger: ".o_searchview_facet:contains('Overdue') .o_facet_remove",
            run: "click",
        },
        {
            content: "Find by a part of the name",
            trigger: ".o_searchview_input",
            run: "edit canar",
        },
        { trigger: ".o_searchview_autocomplete .o-dropdown-item:first", run: "click" },
        {
            trigger: ".o_list_view:not(:contains('Overdue')) .o_data_row:contains('Canary')",
        },
        { trigger: ".o_searchview_facet:last .o_facet_remove", run: "click" },
        ...view("calendar", ".o_calendar_view .fc-view"),
        ...view("activity", ".o_activity_view"),
        ...view("graph", ".o_graph_view canvas"),
        ...view("pivot", ".o_pivot_view td"),
    ],
});

tours.add("integration_case_close", {
    steps: () => [
        {
            content: "Extend the limit",
            trigger: ".o_notebook a[name=more]",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name=limit_extension_months] input",
            run: "edit 6",
        },
        {
            trigger: ".o_field_widget[name=limit_extension_reason] textarea",
            run: "edit Long illness",
        },
        ...stepUtils.saveForm(),
        {
            trigger: "button[name=action_close]",
            run: "click",
        },
        {
            content: "A reason is needed",
            trigger: ".modal button[name=action_confirm_close]",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=closing_reason_id].o_field_invalid",
        },
        {
            trigger: ".modal .o_field_widget[name=closing_reason_id] input",
            run: "edit Goals reached",
        },
        {
            trigger: ".o-autocomplete--dropdown-item:contains('Goals reached')",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=closing_reason_id]:not(.o_field_invalid)",
        },
        {
            trigger: ".modal button[name=action_confirm_close]",
            run: "click",
        },
        {
            trigger: ".o_form_view button[name=action_reopen]",
        },
    ],
});

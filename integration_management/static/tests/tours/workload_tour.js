import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("integration_workload_ask", {
    steps: () => [
        {
            content: "The board shows how much there is to do",
            trigger: ".o_kanban_record:contains('manager_a') .o_integration_load",
        },
        {
            content: "And who it is, by number",
            trigger: ".o_kanban_record:contains('manager_a')",
            run: "click",
        },
        { trigger: ".o_kanban_group .o_kanban_record:contains('F-')" },
        {
            content: "All managers again",
            trigger: ".o_facet_remove",
            run: "click",
        },
        { trigger: "body:not(:has(.o_searchview_facet:contains('manager_a')))" },
        {
            trigger: ".o_searchview_dropdown_toggler",
            run: "click",
        },
        {
            trigger: ".o_group_by_menu .o_menu_item:contains('Integration manager')",
            run: "click",
        },
        { trigger: ".o_searchview_facet:contains('Integration manager')" },
        {
            trigger: ".o_searchview_dropdown_toggler",
            run: "click",
        },
        {
            content: "Drag a case to somebody with room for more",
            trigger: ".o_kanban_group:has(.o_column_title:contains('manager_a')) .o_kanban_record:first",
            run: "drag_and_drop(.o_kanban_group:has(.o_column_title:contains('manager_b')))",
        },
        { trigger: ".modal .o_field_widget[name=to_user_id] input:value('manager_b')" },
        {
            content: "Ask",
            trigger: ".modal footer .btn-primary",
            run: "click",
        },
        { trigger: "body:not(:has(.modal))" },
    ],
});

registry.category("web_tour.tours").add("integration_workload_answer", {
    steps: () => [
        {
            content: "Somebody asks for a hand-over",
            trigger: ".o_list_view .o_data_row:contains('supervisor') button[name=action_start]",
            run: "click",
        },
        {
            content: "The hand-over is prepared, with the successor suggested",
            trigger: ".o_form_view .o_field_widget[name=to_user_id] input:value('manager_b')",
        },
    ],
});

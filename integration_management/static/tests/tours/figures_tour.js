import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

tours.add("integration_my_figures", {
    steps: () => [
        {
            content: "The year is there at once",
            trigger: "[data-tile=contacts]:contains('1')",
        },
        { trigger: ".o_integration_figures_chart canvas" },
        {
            content: "Every chart can be read as a table",
            trigger: ".o_integration_figures_chart:first summary",
            run: "click",
        },
        { trigger: ".o_integration_figures_chart:first details[open] td:contains('1')" },
        { trigger: "button[name=last_year]", run: "click" },
        { trigger: "button[name=last_year][aria-pressed=true]" },
        { trigger: "[data-tile=contacts]:contains('0')" },
    ],
});

tours.add("integration_evaluation_export", {
    steps: () => [
        { trigger: ".o_list_view .o_nocontent_help" },
        { trigger: ".o_list_button_add", run: "click" },
        { trigger: ".o_field_widget[name=name] input", run: "edit Effects" },
        { trigger: "button[name=action_preview]:not(:disabled)", run: "click" },
        {
            content: "What would be in it, before anything goes out",
            trigger: ".o_field_widget[name=preview]:contains('At least 5 rows')",
        },
        { trigger: "button[name=action_export]:not(:disabled)", run: "click" },
        { trigger: ".modal .btn-primary:contains('Export')", run: "click" },
        { trigger: "body:not(:has(.modal)) .o_field_widget[name=fingerprint]" },
        { trigger: "button[name=action_download]" },
    ],
});

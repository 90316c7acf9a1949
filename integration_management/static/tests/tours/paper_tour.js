import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("integration_paper_sheet", {
    steps: () => [
        {
            content: "Say in plain words what the talk was about",
            trigger: ".o_field_widget[name=client_summary] textarea",
            run: "edit The course begins in May",
        },
        {
            trigger: ".o_field_widget[name=client_steps] textarea",
            run: "edit Bring the letter",
        },
        { trigger: ".o_form_button_save", run: "click" },
        { trigger: ".o_form_view .o_form_saved" },
        {
            content: "The sheet is printed from here",
            trigger: ".o_form_sheet button .fa-print",
        },
    ],
});

registry.category("web_tour.tours").add("integration_paper_plan", {
    steps: () => [
        {
            content: "Print in another language",
            trigger: ".o_field_widget[name=text_language] :is(input, select)",
            run: "click",
        },
        {
            trigger: ".o_select_menu_item:contains('ትግርኛ')",
            run: "click",
        },
        {
            content: "Note that the client has the copy",
            trigger: "button[name=action_hand_over_copy]",
            run: "click",
        },
        { trigger: "body:not(:has(button[name=action_hand_over_copy]))" },
        { trigger: ".o_field_widget[name=copy_handed_over] input:checked" },
    ],
});

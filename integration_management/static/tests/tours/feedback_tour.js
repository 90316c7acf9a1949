import { registry } from "@web/core/registry";

// A new complaint, from the board to an answer in the person's language.
registry.category("web_tour.tours").add("integration_feedback", {
    steps: () => [
        {
            content: "Open the new message on the board",
            trigger: ".o_kanban_record:contains(Nobody calls back)",
            run: "click",
        },
        {
            content: "Confirm receipt",
            trigger: "button[name=action_confirm]:not(:disabled)",
            run: "click",
        },
        {
            content: "It is read now",
            trigger: ".o_arrow_button_current[data-value=read]",
        },
        { trigger: "button[name=action_answer]:not(:disabled)", run: "click" },
        {
            content: "Write an answer",
            trigger: ".modal .o_field_widget[name=text] textarea",
            run: "edit We have talked to the front desk.",
        },
        { trigger: ".modal button[name=action_send]", run: "click" },
        {
            content: "It is answered now",
            trigger: "body:not(:has(.modal)) .o_arrow_button_current[data-value=answered]",
        },
        {
            content: "The talk stands in the message",
            trigger: ".o_data_row:contains(We have talked to the front desk.)",
        },
        { trigger: "button[name=action_close]:not(:disabled)", run: "click" },
        { trigger: ".o_arrow_button_current[data-value=closed]" },
    ],
});

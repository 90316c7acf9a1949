import { registry } from "@web/core/registry";

/** Draw a stroke as a finger does. */
function draw(canvas) {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const at = (type, x, y) =>
        canvas.dispatchEvent(
            new PointerEvent(type, {
                bubbles: true,
                cancelable: true,
                button: 0,
                buttons: type === "pointerup" ? 0 : 1,
                clientX: left + width * x,
                clientY: top + height * y,
                isPrimary: true,
                pointerId: 1,
                pointerType: "touch",
                pressure: 0.5,
            })
        );
    at("pointerdown", 0.1, 0.2);
    for (let i = 1; i <= 20; i++) {
        at("pointermove", 0.1 + i * 0.04, i % 2 ? 0.8 : 0.2);
    }
    at("pointerup", 0.9, 0.2);
}

const drawIn = (name) => ({
    content: `Draw in the field of the ${name}`,
    trigger: `.o_integration_sign canvas[data-name=${name}]`,
    async run({ anchor }) {
        anchor.scrollIntoView({ block: "center" });
        await new Promise((resolve) => setTimeout(resolve, 300));
        draw(anchor);
    },
});

registry.category("web_tour.tours").add("integration_sign_consent", {
    steps: () => [
        { trigger: "button[name=action_sign]", run: "click" },
        { trigger: ".o_integration_sign article" },
        { content: "In Arabic", trigger: "#sign_language", run: "select ar" },
        { trigger: ".o_integration_sign [dir=rtl] article[lang=ar]" },
        {
            content: "German beside",
            trigger: ".o_sign_columns [lang=de]:contains(freiwillig)",
        },
        { trigger: "button[aria-label='Larger text']", run: "click" },
        { trigger: ".o_sign_sheet[style*='125%']" },
        { trigger: ".o_sign_done:disabled" },
        { trigger: "button[data-decision=yes]", run: "click" },
        drawIn("client"),
        drawIn("manager"),
        { trigger: ".o_sign_done:enabled", run: "click" },
        { trigger: ".o_notification:contains(sealed)" },
        { trigger: ".o_field_widget[name=signature_ids] .o_kanban_record:contains(intact)" },
    ],
});

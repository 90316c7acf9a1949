import { registry } from "@web/core/registry";
import { stepUtils } from "@web_tour/tour_utils";

const tours = registry.category("web_tour.tours");

/** Choose a record in a picker by what is typed. */
const pick = (name, text) => [
    {
        trigger: `.o_field_widget[name=${name}] input`,
        run: `edit ${text}`,
    },
    {
        trigger: `.o-autocomplete--dropdown-item:not(:has(.fa-spin)) a:contains('${text}')`,
        run: "click",
    },
];

/** Click and drag in the calendar; a click must last for the calendar to see it. */
async function drag(from, to) {
    const options = { bubbles: true, cancelable: true, button: 0, view: window };
    const fire = (target, type, { x, y }) =>
        target.dispatchEvent(
            new MouseEvent(type, { ...options, clientX: x, clientY: y, pageX: x, pageY: y })
        );
    const middle = (element) => {
        const box = element.getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + Math.min(box.height / 2, 8) };
    };
    const [start, end] = [middle(from), to];
    fire(from, "mousedown", start);
    await new Promise((resolve) => setTimeout(resolve, 350));
    for (const part of [0.3, 0.6, 1]) {
        const x = start.x + (end.x - start.x) * part;
        const y = start.y + (end.y - start.y) * part;
        fire(document.elementFromPoint(x, y) || document, "mousemove", { x, y });
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
    fire(document.elementFromPoint(end.x, end.y) || document, "mouseup", end);
}

const SESSION = ".fc-event .o_event_title:contains('Amina Canary')";

tours.add("integration_session_plan", {
    steps: () => [
        {
            content: "Choose a time in the standard calendar",
            trigger: ".fc-timegrid-slot-lane[data-time='10:00:00']",
            async run() {
                const lane = this.anchor;
                lane.scrollIntoView({ block: "center" });
                await new Promise((resolve) => setTimeout(resolve, 300));
                const column = document.querySelector(".fc-timegrid-col.fc-day-wed");
                const box = column.getBoundingClientRect();
                const y = lane.getBoundingClientRect().top + 4;
                const x = box.left + box.width / 2;
                const target = document.elementFromPoint(x, y);
                const options = { bubbles: true, view: window, clientX: x, clientY: y, button: 0 };
                target.dispatchEvent(new MouseEvent("mousedown", options));
                await new Promise((resolve) => setTimeout(resolve, 350));
                target.dispatchEvent(new MouseEvent("mouseup", options));
            },
        },
        {
            content: "It is a session with a client",
            trigger: ".modal .o_calendar_event_form_quick_create",
        },
        ...pick("integration_case_id", "Amina"),
        {
            content: "Title, place, notes are gone",
            trigger: ".modal .o_calendar_event_form_quick_create:not(:has([name=location] input))",
        },
        {
            trigger: ".modal .o_form_button_save",
            run: "click",
        },
        {
            content: "The owner sees the name; move the session to Friday",
            trigger: SESSION,
            async run() {
                const event = this.anchor.closest(".fc-event");
                event.scrollIntoView({ block: "center" });
                await new Promise((resolve) => setTimeout(resolve, 300));
                const friday = document.querySelector(".fc-timegrid-col.fc-day-fri");
                const box = friday.getBoundingClientRect();
                const y = event.getBoundingClientRect().top + 8;
                await drag(event, { x: box.left + box.width / 2, y });
            },
        },
        {
            content: "From the entry to the session",
            trigger: `.fc-timegrid-col.fc-day-fri ${SESSION}`,
            async run({ click }) {
                // The calendar draws anew after saving what was dropped.
                await new Promise((resolve) => setTimeout(resolve, 1000));
                await click(`.fc-timegrid-col.fc-day-fri ${SESSION}`);
            },
        },
        {
            trigger: ".o_cw_popover .o_integration_open_session",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=summary] input",
            run: "edit Prepare the letter",
        },
        {
            trigger: ".modal .o_form_button_save",
            run: "click",
        },
        {
            trigger: "body:not(:has(.modal))",
        },
    ],
});

tours.add("integration_session_series", {
    steps: () => [
        {
            content: "Plan from the case",
            trigger: "button[name=action_plan_session]",
            run: "click",
        },
        {
            trigger: ".o_calendar_view .o-calendar-button-new",
            run: "click",
        },
        {
            content: "The case is set already",
            trigger: ".o_field_widget[name=integration_case_id] input:value('F-')",
        },
        {
            trigger: "a[name=options]",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name=recurrency] input",
            run: "click",
        },
        {
            trigger: ".o_field_widget[name=count] input",
            run: "edit 3",
        },
        ...stepUtils.saveForm(),
        {
            content: "There is a session behind it",
            trigger: "button[name=action_open_integration_session]",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=case_name]:contains('Amina Canary')",
        },
    ],
});

tours.add("integration_session_log", {
    steps: () => [
        {
            content: "Log a contact from anywhere",
            trigger: ".o_integration_log_contact button",
            run: "click",
        },
        ...pick("case_id", "Amina").map((step) => ({
            ...step,
            trigger: `.modal ${step.trigger}`,
        })),
        {
            trigger: ".modal .o_field_widget[name=kind_id] span:eq(3)",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=preset] span:contains('15')",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=minutes] input:value(15)",
        },
        {
            trigger: ".modal .o_field_widget[name=summary] input",
            run: "edit Letter of the Jobcenter",
        },
        {
            content: "And the next one",
            trigger: ".modal button[name=action_save_and_new]",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=minutes] input:value(30)",
        },
        ...pick("case_id", "Amina").map((step) => ({
            ...step,
            trigger: `.modal ${step.trigger}`,
        })),
        {
            trigger: ".modal button[special=save]",
            run: "click",
        },
        {
            trigger: "body:not(:has(.modal))",
        },
    ],
});

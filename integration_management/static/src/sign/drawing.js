/* global SignaturePad */
import { Component, onMounted, onWillUnmount, useRef } from "@odoo/owl";

/** A field to draw a signature in, by finger, pen or mouse. */
export class Drawing extends Component {
    static template = "integration_management.Drawing";
    static props = { label: Object, again: Object, onChange: Function, name: String };

    setup() {
        this.canvasRef = useRef("canvas");
        this.observer = new ResizeObserver(() => this.fit());
        onMounted(() => {
            this.pad = new SignaturePad(this.canvasRef.el, { minWidth: 1, maxWidth: 3 });
            this.pad.addEventListener("endStroke", () => this.changed());
            this.observer.observe(this.canvasRef.el);
        });
        onWillUnmount(() => {
            this.observer.disconnect();
            this.pad.off();
        });
    }

    /** Keep the strokes in their places when the screen is turned. */
    fit() {
        const canvas = this.canvasRef.el;
        if (!canvas.offsetWidth) {
            return;
        }
        const strokes = this.pad.toData();
        const ratio = Math.max(window.devicePixelRatio || 1, 1);
        canvas.width = canvas.offsetWidth * ratio;
        canvas.height = canvas.offsetHeight * ratio;
        canvas.getContext("2d").scale(ratio, ratio);
        this.pad.fromData(strokes);
    }

    changed() {
        this.props.onChange(this.pad.isEmpty() ? "" : this.pad.toDataURL("image/png"));
    }

    clear() {
        this.pad.clear();
        this.changed();
    }
}

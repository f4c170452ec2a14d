customElements.define("case-generator", class extends HTMLElement {});

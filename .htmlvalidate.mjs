// What the built site is held to: the standard's rules and those of accessibility. What is switched off says why.
// make test judges every page by it: tests/site/test_valid_html.py

export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: {
    // Matters of taste, which templates and Python-Markdown settle otherwise; the meaning is the same.
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "no-trailing-whitespace": "off",
    "presentation-role-style": "off",
    "void-style": "off",
    // An "&" that begins no character reference is an "&".
    "no-raw-characters": ["error", { relaxed: true }],
    // Ids that begin with an underscore are the theme's; the standard only asks for no blanks.
    "valid-id": ["error", { relaxed: true }],
    // Lists without bullets and tables whose cells are laid out otherwise lose their role in WebKit: it is written. The
    // letter is a region of a form, in which it is no section.
    "no-redundant-role": "off",
    "prefer-native-element": ["error", { exclude: ["list", "region"] }],
    // Ready statements are several boxes of one name, as in the answers file.
    "form-dup-name": ["error", { shared: ["radio", "checkbox"] }],
    // Firefox ticks a box again after a reload unless the box says that it is not to be completed.
    "valid-autocomplete": "off",
    "input-attributes": "off",
    // The forms of this site send nothing.
    "wcag/h32": "off",
    // A title names the page and the guide; search engines cut where they like.
    "long-title": "off",
  },
};

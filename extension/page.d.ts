// What page-javascript.js defines: the page module in its JavaScript form, which needs no loading.

declare const secondLookPageInJavascript: typeof secondLookPage;

/**
 * The shell of every page: templates, texts in two languages, navigation, form tokens, static assets and the headers that
 * keep a browser safe. Features hand a view record to {@link id.capaian.kernel.page.Pages}; they offer entries of the
 * navigation by a {@link id.capaian.kernel.page.MenuSource} bean and tasks of the home page by a
 * {@link id.capaian.kernel.page.TaskSource} bean. Every page works without JavaScript; htmx only improves it.
 */
package id.capaian.kernel.page;

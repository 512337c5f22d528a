/**
 * Employees, posts, units and who rates whom, each with its span of time. The root package is the face: {@link
 * id.capaian.people.Employees} and {@link id.capaian.people.Units} for reading, {@link id.capaian.people.ImportKind} for
 * features that take files too. Callable by every feature above ({@code planning} and up) and by {@code access}.
 */
package id.capaian.people;

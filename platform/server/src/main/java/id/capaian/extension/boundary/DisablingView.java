package id.capaian.extension.boundary;

/**
 * What would happen were a binding disabled.
 *
 * @param binding the binding
 * @param effect  NOW when it is in force, LATER when it has not begun, SPARE when a newer one holds in its place,
 *                FAILED or PREPARING when its pack fails or is not ready yet and an older one holds in its place
 * @param people  how many people have no suggestions of it any more; 0 unless it is in force
 * @param next    what holds for them then; null when they are rated by hand, or nothing changes
 * @param offered whether the version may be enabled again afterwards
 */
public record DisablingView(BindingView binding, String effect, int people, BindingView next, boolean offered) {
}

/**
 * How many requests a node works on at once, and who comes next when more arrive: each tenant waits in a line of its
 * own and the lines are served in turn. Technical ground; {@code access} says which line a request belongs to.
 */
package id.capaian.kernel.crowd;

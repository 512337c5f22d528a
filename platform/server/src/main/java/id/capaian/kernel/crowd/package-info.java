/**
 * How many requests a node works on at once, and who comes next when more arrive: each tenant waits in a line of its own,
 * which holds and waits by the people it stands for. Technical ground; {@code access} says which line a request is of.
 */
package id.capaian.kernel.crowd;

package id.capaian.kernel.jobs;

/**
 * This node has learnt what every piece of work needs to know, which tenants there are: jobs may begin. Fired until all
 * who hear it have taken it well, so it may be heard again.
 */
public record NodeReady() {
}

package id.capaian.kernel.jobs;

/** This node has learnt what every piece of work needs to know, which tenants there are: jobs may begin. Fired once. */
public record NodeReady() {
}

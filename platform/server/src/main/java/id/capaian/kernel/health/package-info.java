/**
 * How the node is doing and what it lets in: request ids, safety headers, the size of bodies, logs and counters,
 * readiness, and how a node takes its leave. A feature adds to readiness by a bean of MicroProfile Health. For the load
 * balancer and the operator.
 */
package id.capaian.kernel.health;

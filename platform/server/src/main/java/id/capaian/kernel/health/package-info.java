/**
 * How the node is doing and what it lets in: request ids, the size of bodies, request log and counters, readiness. A
 * feature adds to readiness by a bean of MicroProfile Health. For the load balancer and the operator.
 */
package id.capaian.kernel.health;

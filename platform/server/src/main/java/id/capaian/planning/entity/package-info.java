/** The rules of periods, plans and indicator values: state machines, completeness; no container, no SQL. */
package id.capaian.planning.entity;

/** The rules of people and posts: no container, no SQL; used by {@code people.control} only. */
package id.capaian.people.entity;

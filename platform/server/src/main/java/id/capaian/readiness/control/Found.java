package id.capaian.readiness.control;

import java.util.List;
import java.util.UUID;

/**
 * A part of a list.
 *
 * @param next last post looked at, where the list goes on; null at its end. A part may be empty and still go on.
 */
public record Found(List<Listed> people, UUID next) {

    public Found {
        people = List.copyOf(people);
    }
}

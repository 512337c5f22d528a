package id.capaian.evaluation.boundary;

/** How many rated evaluations were handed to their people. */
public record DeliveriesView(int delivered) {
}

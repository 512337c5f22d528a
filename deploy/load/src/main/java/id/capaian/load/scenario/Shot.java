package id.capaian.load.scenario;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** One request made ready. */
interface Shot {

    HttpRequest request();

    /** What is wrong with an answer of status 200, or null. */
    String wrong(HttpResponse<byte[]> answer);

    /** Told once, when it was answered or given up. */
    default void settled(Outcome outcome) {
    }
}

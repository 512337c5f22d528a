package id.capaian.kernel.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;

/** Jobs carry a key and nothing else: what they work on is read from the tenant's tables when they run. */
final class NoData implements Serializer {

    @Override
    public byte[] serialize(Object data) {
        if (data != null) {
            throw new IllegalArgumentException("Jobs carry no data");
        }
        return null;
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] bytes) {
        return null;
    }
}

package id.capaian.extension.fuel;

/** A text that counts how often it is looked at: a pattern may go over the same text without end. */
final class Counted implements CharSequence {

    private final CharSequence text;
    private final Tank tank;

    Counted(CharSequence text, Tank tank) {
        this.text = text;
        this.tank = tank;
    }

    @Override
    public char charAt(int index) {
        tank.step();
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new Counted(text.subSequence(start, end), tank);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

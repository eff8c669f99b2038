package broadside.kit.http;

import io.netty.util.NetUtil;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A range of addresses in CIDR notation (RFC 4632), IPv4 or IPv6; a single address is a range of one. */
public record Network(String text, byte[] prefix, int bits) {
    /** Nothing when the text is neither an address nor a range. */
    public static Optional<Network> parse(String text) {
        var parts = text.split("/", -1);
        var prefix = bytes(parts[0]);
        if (prefix == null || parts.length > 2) {
            return Optional.empty();
        }
        int most = prefix.length * 8;
        if (parts.length == 1) {
            return Optional.of(new Network(text, prefix, most));
        }
        if (!parts[1].matches("[0-9]{1,3}") || Integer.parseInt(parts[1]) > most) {
            return Optional.empty();
        }
        return Optional.of(new Network(text, prefix, Integer.parseInt(parts[1])));
    }

    static boolean isAddress(String text) {
        return bytes(text) != null;
    }

    boolean contains(String address) {
        var other = bytes(address);
        if (other == null || other.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((other[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static byte @Nullable [] bytes(String address) {
        return NetUtil.createByteArrayFromIpAddressString(address);
    }

    @Override
    public String toString() {
        return text;
    }
}

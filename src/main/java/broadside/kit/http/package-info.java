@NullMarked
package broadside.kit.http;

import org.jspecify.annotations.NullMarked;

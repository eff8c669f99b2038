@NullMarked
package broadside.kit.mail;

import org.jspecify.annotations.NullMarked;

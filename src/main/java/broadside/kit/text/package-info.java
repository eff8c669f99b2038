/** Generic text handling for every language: what may be stored, how it is compared, how it is shown. */
@NullMarked
package broadside.kit.text;

import org.jspecify.annotations.NullMarked;

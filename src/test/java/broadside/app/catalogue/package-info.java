@NullMarked
package broadside.app.catalogue;

import org.jspecify.annotations.NullMarked;

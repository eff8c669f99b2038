@NullMarked
package broadside.nodes;

import org.jspecify.annotations.NullMarked;

/** The PostgreSQL server that comes with the program and keeps its data in a folder. */
@NullMarked
package broadside.app.embedded;

import org.jspecify.annotations.NullMarked;

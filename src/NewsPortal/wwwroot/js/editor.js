// The editor's extras: without them the page is a form with a Save button.

import { dress } from './editor/fields.js';
import './editor/saving.js';
import './editor/merging.js';
import './editor/door.js';
import './editor/preview.js';
import './editor/tools.js';
import './editor/pasting.js';
import './editor/pictures.js';
import './editor/presence.js';
import './editor/left.js';

dress();
document.documentElement.dataset.editor = 'ready';
